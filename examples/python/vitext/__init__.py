"""Vietnamese text: words, sentences, named officials, directive references, normal forms.

    >>> import vitext
    >>> analyzer = vitext.Analyzer()
    >>> [r.canonical for r in analyzer.references("Căn cứ Nghị định số 30/2020/NĐ-CP;")]
    ['vn:nghi-dinh:30/2020/nd-cp']
    >>> vitext.fold("Đường Đình")
    'duong dinh'
"""

from ._analyzer import Analyzer, Document, fold, normalize
from ._c import VitextEncodingError, VitextError, lib as _lib
from ._records import Group, Mention, Official, Person, Position, Reference, Token

__all__ = ["Analyzer", "Document", "Group", "Mention", "Official", "Person", "Position",
           "Reference", "Token", "VitextEncodingError", "VitextError", "fold", "normalize"]
#: Version of the library inside, with what it was built with.
__version__ = _lib.vitext_version_string().decode()
