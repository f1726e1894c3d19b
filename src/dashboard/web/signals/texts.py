"""The Danish sentences about signals."""

OPEN = ("åbent signal", "åbne signaler")
ON_LINES = "på {n} af {lines}"
WORST = "Mest alvorligt: {rule} ({n})"
NOTHING_FOR = "Ingen åbne signaler i {month} med de valgte filtre."
OF_RULE = "Ingen åbne signaler af den slags."
SHOW_ALL = "Vis alle signaler"
RULE = "Signal"
REMOVE = "Fjern filteret Signal: {rule}"

GROUP_BY = "Vis signalerne"
BY_RULE, BY_LINE = "regel", "indsats"
GROUPINGS = {BY_RULE: "Efter regel", BY_LINE: "Efter indsats"}
SILENT = "Uden signaler:"

SETTLE = "Afklar"
SETTLE_OF = "Afklar »{rule}« for {name}"
SETTLED = "Afklarede"
SETTLED_ABOUT = "Et afklaret signal er ude af listen, til grundlaget ændrer sig; så kommer det igen."
REOPEN = "Åbn igen"
REOPEN_OF = "Åbn »{rule}« for {name} igen"
BY = "{who}, {moment}"

# the dialog
TITLE = "Afklar et signal"
NOTE = "Hvad er afklaret?"
NOTE_PLACEHOLDER = "Fx: Aftalt med fagchefen, at den nye tidsplan holder"
NOTE_MISSING = "Skriv kort, hvad der er afklaret, så andre kan se det."
MARK_SETTLED = "Afklaret"
MEANS = "Signalet lægges ned under »Afklarede« for alle. Ændrer grundlaget sig, kommer det igen. Det kan fortrydes."
IS_SETTLED = "Afklaret af {who} {moment}"
NOT_FOUND = "Signalet findes ikke i den valgte måned. Grundlaget er måske ændret siden, eller filtrene skjuler det."

# on Overblik
ALL_OF = "Se {n} på {lines}"
NOTHING = "Ingen åbne signaler."
