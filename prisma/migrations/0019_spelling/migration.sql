-- Names that are spelled alike, for the list of likely duplicates: "Huawei" and "Hauwei", "Galaxy" and "Gallaxy". Of a name's key the
-- first letter, then what is no vowel, doubled letters once; digits stay, since "S8" and "S9" are two. By an index, so that the
-- whole record is compared, however many names it has.
CREATE FUNCTION spelling_key(key text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(left(key, 1) || regexp_replace(substr(key, 2), '[aeiouy]', '', 'g'), '([^0-9])\1+', '\1', 'g')
$$;
ALTER TABLE "device" ADD COLUMN "spelling" TEXT GENERATED ALWAYS AS (spelling_key(name_key)) STORED;
ALTER TABLE "carrier" ADD COLUMN "spelling" TEXT GENERATED ALWAYS AS (spelling_key(name_key)) STORED;
CREATE INDEX "device_spelling_idx" ON "device"("manufacturer_id", "spelling");
CREATE INDEX "carrier_spelling_idx" ON "carrier"("country", "spelling");
