SELECT "t0"."title"
FROM "shop_event" "t0"
WHERE UPPER("t0"."title"::text) LIKE ('%' || UPPER(REPLACE(REPLACE(REPLACE("t0"."code", E'\\', E'\\\\'), '%', E'\\%'), '_', E'\\_')) || '%')
