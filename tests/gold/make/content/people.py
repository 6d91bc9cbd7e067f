"""The people of the made documents. Ministers are invented; a few askers bear names with particles that exist."""

from __future__ import annotations

from tests.gold.make.words import minister, person

LAMBRECHTS = minister("Greet Lambrechts", "VLAAMS MINISTER VAN MOBILITEIT, OPENBARE WERKEN EN HAVENS")
DE_SAEDELEER = minister(
    "Wouter De Saedeleer", "VLAAMS MINISTER VAN WONEN, ENERGIE EN KLIMAAT, TOERISME EN JEUGD"
)
VANHAVERBEKE = minister(
    "Nele Vanhaverbeke",
    "VLAAMS MINISTER VAN ONDERWIJS, SPORT, DIERENWELZIJN EN VLAAMSE RAND",
    "MINISTER VAN ONDERWIJS, SPORT, DIERENWELZIJN EN VLAAMSE RAND",
)
CLAEYS = minister("Joris Claeys", "VLAAMS MINISTER VAN OMGEVING EN LANDBOUW")
WELLENS = minister(
    "Hilde Wellens", "VLAAMS MINISTER VAN WELZIJN, VOLKSGEZONDHEID, GEZIN EN ARMOEDEBESTRIJDING"
)
MAES = minister(
    "Koenraad Maes",
    "MINISTER-PRESIDENT VAN DE VLAAMSE REGERING, VLAAMS MINISTER VAN ECONOMIE, INNOVATIE EN INDUSTRIE, "
    "BUITENLANDSE ZAKEN, DIGITALISERING, CULTUUR, ONROEREND ERFGOED EN FACILITAIR MANAGEMENT, "
    "INTERNATIONALE SAMENWERKING EN DE COÖRDINATIE VAN HET ALGEMEEN REGERINGSBELEID",
)
GOOSSENS = minister(
    "Ilse Goossens",
    "VLAAMS MINISTER VAN BINNENLAND, STEDEN- EN PLATTELANDSBELEID, SAMENLEVEN, INTEGRATIE EN INBURGERING, "
    "BESTUURSZAKEN, SOCIALE ECONOMIE EN ZEEVISSERIJ",
)

VERHAEGHE = person("Lotte Verhaeghe")
CORNELIS = person("Bram Cornelis")
PAUWELS = person("Sofie Pauwels")
OZTURK = person("Emir Öztürk")
VAN_HOOF = person("Tim Van Hoof")
MERTENS = person("Karel Mertens")
DEWULF = person("Annelies Dewulf")
JACOBS = person("Peter-Jan Jacobs")
DE_SMEDT = person("Griet De Smedt")
BENALI = person("Yasmine Benali")
VANDENBROUCKE = person("Stijn Vandenbroucke")
HENDRICKX = person("Marleen Hendrickx")
VAN_DERMEERSCH = person("Anke Van dermeersch")
VAN_DER_VLOET = person("Tine van der Vloet")
VAN_DE_WAUWER = person("Orry Van de Wauwer")
VAN_DEN_BOSSCHE = person("Freya Van den Bossche")
DHAESELEER = person("Guy D'haeseleer", "GUY D’HAESELEER")
