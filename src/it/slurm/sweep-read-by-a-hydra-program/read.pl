#!/usr/bin/perl
# Reads its arguments as a program of Hydra's would, and writes what it understood as JSON.
use strict;
use warnings;

my $text;

sub json {
    my ($string) = @_;
    $string =~ s/([\x00-\x1f"\\])/sprintf("\\u%04x", ord($1))/ge;
    return "\"$string\"";
}

sub primitive {
    if ($text =~ /\G\s*(['"])/gc) {
        my $quote = $1;
        $text =~ /\G((?:[^\\$quote]|\\.)*)$quote\s*/gcs or die "an open quote";
        my $string = $1;
        $string =~ s{(\\*)($quote|\z)}{substr($1, 0, length($1) >> 1) . $2}ge;
        return json($string);
    }
    $text =~ /\G((?:\\[\\()\[\]{}:=, \t]|[^\\()\[\]{}:=,'"])*)/gc;
    my $word = $1;
    $word =~ s/^\s+|(?<!\\)\s+$//g;
    return lc $word if $word =~ /^(true|false|null)$/i;
    return $word if $word =~ /^[+-]?(0|[1-9][0-9]*)$/;
    return $word if $word =~ /^[+-]?(([0-9]+\.[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+)$/;
    $word =~ s/\\([\\()\[\]{}:=, \t])/$1/g;
    return json($word);
}

sub element {
    if ($text =~ /\G\[\s*/gc) {
        my @items;
        until ($text =~ /\G\s*\]/gc) {
            push @items, element();
            $text =~ /\G\s*,\s*/gc;
        }
        return '[' . join(',', @items) . ']';
    }
    if ($text =~ /\G\{\s*/gc) {
        my @entries;
        until ($text =~ /\G\s*\}/gc) {
            my $key = primitive();
            $key = json($key) unless $key =~ /^"/;
            $text =~ /\G\s*:\s*/gc or die "no colon";
            push @entries, $key . ':' . element();
            $text =~ /\G\s*,\s*/gc;
        }
        return '{' . join(',', @entries) . '}';
    }
    return primitive();
}

my @parameters;
for my $argument (@ARGV) {
    my ($key, $value) = $argument =~ /^\+{0,2}([^=]+)=(.*)$/s or die "no override: $argument";
    $text = $value;
    pos($text) = 0;
    my $read = element();
    die "not all of it was read: $argument" if (pos($text) // 0) < length $text;
    push @parameters, json($key) . ':' . $read;
}
open my $out, '>', "$ENV{SNAPSWEEP_OUTPUT}/read.json" or die;
print $out '{' . join(',', @parameters) . "}\n";
