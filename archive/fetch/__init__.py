"""Fetches documents from the web, politely, and only when asked.

addresses  which addresses may be asked for
answers    what a server answered
manners    how a server is treated: pace, tries, bounds
pace       the time between two requests to one host
retry      when and after how long a request is made again
robots     what a host lets programs fetch
transfer   one request and its answer, within bounds
client     fetches an address: robots, pace, tries, redirects
open_data  the addresses in answers of the parliament's open-data service
pages      the documents that a web page links to
"""
