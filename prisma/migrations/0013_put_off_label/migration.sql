-- What was put off, in words: the thing itself may be called otherwise by the time somebody looks.
ALTER TABLE "put_off" ADD COLUMN "label" TEXT NOT NULL DEFAULT '';
