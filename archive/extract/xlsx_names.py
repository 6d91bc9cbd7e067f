"""Names of the elements of SpreadsheetML (ISO/IEC 29500-1)."""

from __future__ import annotations

NAMES = {
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
S = f"{{{NAMES['s']}}}"
REL_ID = f"{{{NAMES['r']}}}id"
