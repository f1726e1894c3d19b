"""Status dashboard for a municipality's udmøntningsplan: monthly workbooks in, traffic lights out."""
