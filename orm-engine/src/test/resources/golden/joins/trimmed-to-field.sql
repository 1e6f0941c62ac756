SELECT "t0"."ref"
FROM "shop_shipment" "t0"
WHERE "t0"."carrier_code" = ?
-- [DHL]
