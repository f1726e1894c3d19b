SELECT DISTINCT schedule FROM current_status WHERE schedule IS NOT NULL
