using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CasesInTheCalendar : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "BeganAt",
                table: "Cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "EndsAt",
                table: "Cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Engagement",
                table: "Cases",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Occasion",
                table: "Cases",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "StartsAt",
                table: "Cases",
                type: "TEXT",
                nullable: true);

            // What the cases say of themselves from their next act on, those that are there already say from now on.
            migrationBuilder.Sql("""
                UPDATE "Cases" SET "Engagement" = 'Trip', "StartsAt" = t."DepartsAt", "EndsAt" = t."ReturnsAt", "BeganAt" = t."DepartedAt"
                FROM "FieldTrips" AS t WHERE t."CaseId" = "Cases"."Id";
                UPDATE "Cases" SET "StartsAt" = NULL, "EndsAt" = NULL
                WHERE "Engagement" = 'Trip' AND "Status" IN ('Draft', 'Declined', 'Cancelled', 'Withdrawn', 'NotTaken');
                UPDATE "Cases" SET "Engagement" = 'Meeting', "StartsAt" = m."StartsAt", "EndsAt" = m."EndsAt",
                    "BeganAt" = CASE WHEN EXISTS (SELECT 1 FROM "AttendanceLines" AS l WHERE l."CaseId" = m."CaseId" AND l."ArrivedAt" IS NOT NULL) THEN m."StartsAt" END
                FROM "Meetings" AS m WHERE m."CaseId" = "Cases"."Id";
                UPDATE "Cases" SET "StartsAt" = NULL, "EndsAt" = NULL
                WHERE "Engagement" = 'Meeting' AND "Status" IN ('OutOfScope', 'NotAttending', 'Refused', 'Cancelled', 'Withdrawn', 'Absent');
                UPDATE "Cases" SET "Occasion" = p."GroupId" || '/' || p."Month" FROM "TripPlans" AS p WHERE p."CaseId" = "Cases"."Id";
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Calendar",
                table: "Cases",
                column: "EndsAt",
                filter: "\"EndsAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Occasion",
                table: "Cases",
                columns: new[] { "ProcessKey", "Occasion" },
                unique: true,
                filter: "\"Occasion\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_Calendar",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Occasion",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "BeganAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "EndsAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Engagement",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "Occasion",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "StartsAt",
                table: "Cases");
        }
    }
}
