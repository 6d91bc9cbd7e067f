"""The corpus in the forms that others read.

jsonl    every record, one JSON object a line
writing  a file that is whole or not there
"""
