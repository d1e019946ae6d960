using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class FindInDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsCalledOff",
                table: "Cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Reading",
                table: "Attachments",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Waiting");

            migrationBuilder.CreateTable(
                name: "FileWords",
                columns: table => new
                {
                    AttachmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileWords", x => x.AttachmentId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_Unread",
                table: "Attachments",
                column: "At",
                filter: "\"Reading\" = 'Waiting' AND \"CaseId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_Withdrawn",
                table: "Attachments",
                column: "Reading",
                filter: "\"Reading\" = 'Withdrawn'");

            // Words inside files go into the index with their row and out of it with their file. None comes in for a case that holds
            // something Restricted, and all go out in the commit that makes it hold something.
            migrationBuilder.Sql("""
                CREATE TRIGGER "SearchEntries_Removed" AFTER DELETE ON "SearchEntries" BEGIN
                  INSERT INTO "SearchIndex"("SearchIndex", rowid, "Text", "Marks") VALUES ('delete', old."Seq", old."Text", old."Marks");
                END;
                CREATE TRIGGER "FileWords_Refused" BEFORE INSERT ON "FileWords" WHEN NOT EXISTS (
                  SELECT 1 FROM "Attachments" a JOIN "Cases" c ON c."Id" = a."CaseId"
                  WHERE a."Id" = new."AttachmentId" AND c."Sensitivity" = 'Normal' AND c."RestrictedItems" = ''
                    AND NOT EXISTS (SELECT 1 FROM "Submissions" s WHERE s."CaseId" = c."Id" AND s."Sensitivity" <> 'Normal')
                    AND NOT EXISTS (SELECT 1 FROM "ReservedOpinions" o WHERE o."CaseId" = c."Id" AND o."Sensitivity" <> 'Normal')) BEGIN
                  SELECT RAISE(ABORT, 'Restricted');
                END;
                CREATE TRIGGER "FileWords_Search_Added" AFTER INSERT ON "FileWords" BEGIN
                  INSERT INTO "SearchEntries"("Kind", "SourceId", "Text", "Marks") VALUES ('File', new."AttachmentId", new."Words", '');
                END;
                CREATE TRIGGER "FileWords_Search_Removed" AFTER DELETE ON "FileWords" BEGIN
                  DELETE FROM "SearchEntries" WHERE "Kind" = 'File' AND "SourceId" = old."AttachmentId";
                END;
                CREATE TRIGGER "Attachments_Words_Removed" AFTER DELETE ON "Attachments" BEGIN
                  DELETE FROM "FileWords" WHERE "AttachmentId" = old."Id";
                END;
                CREATE TRIGGER "Attachments_Words_Withdrawn" AFTER UPDATE OF "Reading" ON "Attachments"
                  WHEN new."Reading" = 'Withdrawn' BEGIN
                  DELETE FROM "FileWords" WHERE "AttachmentId" = new."Id";
                END;
                CREATE TRIGGER "Submissions_Words_Added" AFTER INSERT ON "Submissions" WHEN new."Sensitivity" <> 'Normal' BEGIN
                  UPDATE "Attachments" SET "Reading" = 'Withdrawn' WHERE "CaseId" = new."CaseId" AND "Reading" = 'Read';
                END;
                CREATE TRIGGER "Submissions_Words_Changed" AFTER UPDATE OF "Sensitivity" ON "Submissions"
                  WHEN new."Sensitivity" <> 'Normal' BEGIN
                  UPDATE "Attachments" SET "Reading" = 'Withdrawn' WHERE "CaseId" = new."CaseId" AND "Reading" = 'Read';
                END;
                CREATE TRIGGER "ReservedOpinions_Words_Added" AFTER INSERT ON "ReservedOpinions" WHEN new."Sensitivity" <> 'Normal' BEGIN
                  UPDATE "Attachments" SET "Reading" = 'Withdrawn' WHERE "CaseId" = new."CaseId" AND "Reading" = 'Read';
                END;
                CREATE TRIGGER "Cases_Words_Changed" AFTER UPDATE OF "Sensitivity", "RestrictedItems" ON "Cases"
                  WHEN new."Sensitivity" <> 'Normal' OR new."RestrictedItems" <> '' BEGIN
                  UPDATE "Attachments" SET "Reading" = 'Withdrawn' WHERE "CaseId" = new."Id" AND "Reading" = 'Read';
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP TRIGGER "Submissions_Words_Added";
                DROP TRIGGER "Submissions_Words_Changed";
                DROP TRIGGER "ReservedOpinions_Words_Added";
                DROP TRIGGER "Cases_Words_Changed";
                DROP TRIGGER "Attachments_Words_Removed";
                DROP TRIGGER "Attachments_Words_Withdrawn";
                DELETE FROM "FileWords";
                DROP TRIGGER "SearchEntries_Removed";
                """);
            migrationBuilder.DropTable(
                name: "FileWords");

            migrationBuilder.DropIndex(
                name: "IX_Attachments_Unread",
                table: "Attachments");

            migrationBuilder.DropIndex(
                name: "IX_Attachments_Withdrawn",
                table: "Attachments");

            migrationBuilder.DropColumn(
                name: "IsCalledOff",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Reading",
                table: "Attachments");
        }
    }
}
