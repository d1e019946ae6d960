using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RequestersScaleAndStubs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "UsesScore",
                table: "ReviewProposals");

            migrationBuilder.AddColumn<string>(
                name: "Scale",
                table: "ReviewProposals",
                type: "TEXT",
                maxLength: 2000000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Stub",
                table: "ReservedOpinions",
                type: "TEXT",
                maxLength: 2000000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RequestedBy",
                table: "Cases",
                type: "TEXT",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            // Of cases that are under way: who sent, or had sent, what was asked for last.
            migrationBuilder.Sql("""
                UPDATE "Cases" SET "RequestedBy" = coalesce((
                    SELECT group_concat(coalesce(s."Item", '*') || '=' || s."PersonId"
                        || CASE WHEN s."ActingForId" IS NULL THEN '' ELSE ',' || s."ActingForId" END, ';')
                    FROM "Submissions" s
                    WHERE s."CaseId" = "Cases"."Id" AND s."FormKey" IN (
                        'trip-notice', 'trip-change', 'trip-result', 'trip-plan', 'oral-report', 'own-start', 'meeting-invitation',
                        'meeting-nomination', 'oral-consent', 'meeting-extra', 'attendance-notes', 'leader-task', 'leader-task-report',
                        'leader-task-extension', 'review-cycle', 'review-proposal', 'review-final', 'review-proposal-adhoc',
                        'review-final-adhoc', 'review-advice', 'review-advice-adhoc', 'review-adhoc', 'regulation-feedback')
                    AND NOT EXISTS (
                        SELECT 1 FROM "Decisions" d WHERE d."TaskId" = s."TaskId" AND d."At" = s."At")
                    AND NOT EXISTS (
                        SELECT 1 FROM "Submissions" later WHERE later."CaseId" = s."CaseId"
                        AND coalesce(later."Item", '*') = coalesce(s."Item", '*') AND later."At" > s."At"
                        AND later."FormKey" IN (
                            'trip-notice', 'trip-change', 'trip-result', 'trip-plan', 'oral-report', 'own-start', 'meeting-invitation',
                            'meeting-nomination', 'oral-consent', 'meeting-extra', 'attendance-notes', 'leader-task',
                            'leader-task-report', 'leader-task-extension', 'review-cycle', 'review-proposal', 'review-final',
                            'review-proposal-adhoc', 'review-final-adhoc', 'review-advice', 'review-advice-adhoc', 'review-adhoc',
                            'regulation-feedback'))), '')
                WHERE "State" = 'Open';
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Scale",
                table: "ReviewProposals");

            migrationBuilder.DropColumn(
                name: "Stub",
                table: "ReservedOpinions");

            migrationBuilder.DropColumn(
                name: "RequestedBy",
                table: "Cases");

            migrationBuilder.AddColumn<bool>(
                name: "UsesScore",
                table: "ReviewProposals",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }
    }
}
