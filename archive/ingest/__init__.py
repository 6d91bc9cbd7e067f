"""Reads documents into the corpus; nothing that a document does can hurt the run or the corpus.

run        the way of every document from the path to the corpus
found      a stream of bytes that was found on the way
walk       finds documents in files, folders and standard input
route      finds documents at each place that the user named
online     finds documents on the web
beside     finds the files that an open-data record names
origin     what the address of a document tells of its record
unpack     finds documents in zip and tar archives and in compressed files
pieces     long JSON Lines in pieces
ids        whether the id of a record is one that a page can have
naming     the ids of supporting documents that have one title
conversion, office_profile   turn old documents into new ones that can be read
isolation  reads documents apart from the program: the program's side
reading_server   forks a confined reader for each document
confinement, forbidden_calls, bubblewrap   what a reader may not do
answers    what a reader answers, and what of that is believed
allowance  how much reading one document may cost
reading    bytes to records: extraction and parsing
sinks      where readings go: the corpus, or nowhere (dry run)
limits     how much documents may cost
report     what became of each document
clock      the time of ingest
"""

from archive.ingest.isolation import protection
from archive.ingest.online import Online
from archive.ingest.report import DocumentOutcome, IngestReport
from archive.ingest.run import ingest_paths

__all__ = ["DocumentOutcome", "IngestReport", "Online", "ingest_paths", "protection"]
