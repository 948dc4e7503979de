-- CreateTable
CREATE TABLE "offer_proposals" (
    "shop" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "evidence" JSONB NOT NULL,
    "run_id" UUID,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "offer_id" UUID,

    CONSTRAINT "offer_proposals_pkey" PRIMARY KEY ("shop","kind")
);
