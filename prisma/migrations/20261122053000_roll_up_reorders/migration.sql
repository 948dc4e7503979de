-- AlterTable
ALTER TABLE "figure_quarters" ADD COLUMN     "reorders" INTEGER NOT NULL DEFAULT 0;

-- What is rolled up lacks them: it is begun anew.
DELETE FROM figure_states;
