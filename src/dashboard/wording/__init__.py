"""Danish sentences that pages and documents share: what months, counts, changes and meetings are called."""
