-- Text is handed on as it is; every number of a binary document is written out anew for each reader.
-- AlterTable
ALTER TABLE "co_purchase_neighbours" ALTER COLUMN "neighbours" SET DATA TYPE JSON,
ALTER COLUMN "after" SET DATA TYPE JSON,
ALTER COLUMN "regression" SET DATA TYPE JSON,
ALTER COLUMN "slate" SET DATA TYPE JSON;
