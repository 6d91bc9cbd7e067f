"""Builds the static site from a corpus.

tally     what the readings of all records add up to
tables    the tables of each record as files beside its page
figures   the figures of a corpus as files beside their pages
feeds     what is new, and the files that tell it
pages     every view of the site, one by one
trees     pages in every language of the site
shares    the pages of records and topics, made by several processes
processes work shared out among processes that give something back
files     the files of a site, of which those that did not change stay as they are
staging   a new folder beside the old one, and the exchange of the two
manifest  the list of what a site consists of
copies    the files beside a site that hold all of it: zip_copy, zim_copy
take_along  what a site says of itself as a copy, and the making of its copies
site      all of it
"""

from archive.build.site import BuildReport, build_site

__all__ = ["BuildReport", "build_site"]
