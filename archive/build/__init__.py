"""Builds the static site from a corpus.

tally     what the readings of all records add up to
tables    the tables of each record as files beside its page
feeds     what is new, and the files that tell it
pages     every view of the site, one by one
staging   a new folder beside the old one, and the exchange of the two
manifest  the list of what a site consists of
site      all of it
"""

from archive.build.site import BuildReport, build_site

__all__ = ["BuildReport", "build_site"]
