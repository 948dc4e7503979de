-- DropIndex
DROP INDEX "offer_claims_shop_attribute_hash_key";

-- AlterTable
ALTER TABLE "offer_claims" DROP COLUMN "attribute_hash";
