using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class InheritedSensitivity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsAboutRestricted",
                table: "UserTasks",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsForHeadAlone",
                table: "UserTasks",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IncludesHeadOnly",
                table: "Delegations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Sensitivity",
                table: "Decisions",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Normal");

            migrationBuilder.AddColumn<string>(
                name: "RestrictedItems",
                table: "Cases",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql("""
                UPDATE "Cases" SET "RestrictedItems" = coalesce(
                    (SELECT group_concat("Item", ',') FROM (SELECT DISTINCT coalesce(s."Item", '*') AS "Item"
                        FROM "Submissions" s WHERE s."CaseId" = "Cases"."Id" AND s."Sensitivity" <> 'Normal')), '');
                """);

            // What was decided, and what waits to be done, after something Restricted was given: in the same item of a loop, or outside.
            migrationBuilder.Sql("""
                UPDATE "Decisions" SET "Sensitivity" = 'Restricted' WHERE "Opinion" <> '' AND EXISTS (
                    SELECT 1 FROM "Submissions" s WHERE s."CaseId" = "Decisions"."CaseId" AND s."Sensitivity" <> 'Normal'
                        AND s."At" <= "Decisions"."At" AND (s."Item" IS NULL OR s."Item" IS (
                            SELECT t."Item" FROM "UserTasks" t WHERE t."Id" = "Decisions"."TaskId")));
                UPDATE "UserTasks" SET "IsAboutRestricted" = 1 WHERE "State" = 'Open' AND ("Sensitivity" <> 'Normal' OR EXISTS (
                    SELECT 1 FROM "Submissions" s WHERE s."CaseId" = "UserTasks"."CaseId" AND s."Sensitivity" <> 'Normal'
                        AND ("UserTasks"."Item" IS NULL OR s."Item" IS NULL OR s."Item" = "UserTasks"."Item")));
                """);

            // A task that a decision orders bears its content in title, search words and notices no more, and is as confidential as the
            // case that it comes from.
            migrationBuilder.Sql("""
                UPDATE "Cases" SET
                    "Title" = 'title.leader-task-from' || char(31) || (SELECT p."Number" FROM "Cases" p WHERE p."Id" = "Cases"."ParentId"),
                    "SearchText" = lower("Number") || ' nhiem vu tu '
                        || lower((SELECT p."Number" FROM "Cases" p WHERE p."Id" = "Cases"."ParentId")),
                    "Sensitivity" = CASE WHEN EXISTS (
                        SELECT 1 FROM "Cases" p WHERE p."Id" = "Cases"."ParentId"
                            AND (p."RestrictedItems" <> '' OR p."Sensitivity" <> 'Normal')) THEN 'Restricted' ELSE "Sensitivity" END
                WHERE "ProcessKey" = 'leader-task' AND "ParentId" IS NOT NULL;
                UPDATE "UserTasks" SET
                    "CaseTitle" = (SELECT c."Title" FROM "Cases" c WHERE c."Id" = "UserTasks"."CaseId"),
                    "SearchText" = (SELECT c."SearchText" FROM "Cases" c WHERE c."Id" = "UserTasks"."CaseId"),
                    "Sensitivity" = (SELECT c."Sensitivity" FROM "Cases" c WHERE c."Id" = "UserTasks"."CaseId"),
                    "IsAboutRestricted" = (SELECT c."Sensitivity" <> 'Normal' FROM "Cases" c WHERE c."Id" = "UserTasks"."CaseId")
                WHERE "CaseId" IN (SELECT "Id" FROM "Cases" WHERE "ProcessKey" = 'leader-task' AND "ParentId" IS NOT NULL);
                UPDATE "Notifications" SET "Text" = (SELECT c."Number" FROM "Cases" c WHERE c."Id" = "Notifications"."CaseId")
                WHERE "CaseId" IN (SELECT "Id" FROM "Cases" WHERE "ProcessKey" = 'leader-task' AND "ParentId" IS NOT NULL);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsAboutRestricted",
                table: "UserTasks");

            migrationBuilder.DropColumn(
                name: "IsForHeadAlone",
                table: "UserTasks");

            migrationBuilder.DropColumn(
                name: "IncludesHeadOnly",
                table: "Delegations");

            migrationBuilder.DropColumn(
                name: "Sensitivity",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "RestrictedItems",
                table: "Cases");
        }
    }
}
