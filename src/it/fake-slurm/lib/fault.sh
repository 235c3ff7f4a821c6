# shellcheck shell=bash
# FAKE_SLURM_FAIL: what goes wrong on request.

fault() { [[ ${FAKE_SLURM_FAIL-} == "$1" ]]; }

readonly no_controller='Unable to contact slurm controller (connect failure)'
