-- AlterTable
ALTER TABLE "co_purchase_neighbours" ADD COLUMN     "affinities" JSON;

-- Every product's neighbours are worked out once more, with what is new.
UPDATE "co_purchase_products" SET "changed_at" = now() WHERE "changed_at" IS NULL;
