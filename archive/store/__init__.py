"""The corpus on disk: records, their earlier states, events, refusals and the original bytes.

corpus     opens a corpus: for reading from one snapshot, and for writing under the lock
view       every question that can be asked of its tables
writer     adds readings and refusals, whole or not at all
rows       the frozen types of what the tables hold
withdrawing  what may be withdrawn, and which record goes on under another id
settle     what a reading makes of a record, together with what other originals said of it
database   connections, schema and migrations
originals  the files under originals/, named by their SHA-256
lock       one writer at a time
flushing   brings to the disk what was written
replacing  what is made anew takes the place of the old, and what killed programs left of it goes
private_folder  folders beside the corpus that nobody else can have written in
working_folder  files that are wanted for a while only
seals      what each row was when it was written
ledger     keeps the seals while a writer changes rows
seal_check, originals_check, manifest  whether rows, originals and the files of a site are still as they were written
standing   what stands in a folder
finding    what a check found
verify     whether the whole corpus is still as it was written
"""
