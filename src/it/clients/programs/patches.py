"""Patches by the package jsonpatch: pairs of documents on standard input, a list of patches on standard output."""

import json
import sys

import jsonpatch

json.dump([jsonpatch.make_patch(pair["before"], pair["after"]).patch for pair in json.load(sys.stdin)], sys.stdout)
