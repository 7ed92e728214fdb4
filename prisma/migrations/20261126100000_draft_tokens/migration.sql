-- AlterEnum
ALTER TYPE "TokenKind" ADD VALUE 'DRAFT';
