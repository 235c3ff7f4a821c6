# shellcheck shell=bash
# Columns: widths, cutting, alignment.

table_cell() { # ALIGN WIDTH TEXT: sets cell; ALIGN is - for left; WIDTH empty leaves the text alone
  if [[ -z $2 ]]; then
    cell=$3
  else
    printf -v cell "%$1$2s" "${3:0:$2}"
  fi
}

table_plus_cell() { # as sacct cuts: `usr1-igno+`
  local text=$3
  ((${#text} <= $2)) || text=${text:0:$2-1}+
  printf -v cell "%$1$2s" "$text"
}
