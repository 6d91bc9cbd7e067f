"""From records and links to the text of pages: a frozen view for each kind of page, and its template.

catalogue    messages of the interface, Dutch first
formats      dates, numbers, sizes and portfolios as the reader sees them
prose        running text with its web addresses and mentions of topics made into links
mention_views, reference_views  where mentions and references lead
topic_wordings  how documents name a topic
wording      the English message ids of codes and kinds
shipped      where the templates and the site's own files are
views        what every page has
note_texts   sentences of notes and checks in the language of the site
feeds        what is new, as Atom feeds
lists        long lists cut into pages whose addresses stay
question_page, document_page, topic_pages, short_pages, index_pages, reading_pages, term_pages, front_pages
             a view each, made by pure functions
story_views  what the page of a topic tells of it
chart, chart_scale, chart_lines, chart_bars, chart_marks, charts
             charts as SVG, made of their numbers alone
table_drawings, count_charts    the charts of tables of documents, and of how many questions there are
figure_pages, series_pages, series_files
             the page of figures, and those of figures through several answers
templates    the Jinja environment: a view becomes a page
"""
