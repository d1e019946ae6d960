using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class SettingChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Settings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ChangedById",
                table: "Settings",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            // Who changed what last stands in the trail.
            migrationBuilder.Sql("""
                UPDATE "Settings" SET
                    "ChangedAt" = (SELECT a."At" FROM "AuditEntries" a WHERE a."Act" = 'Setting.Changed' AND a."Subject" = "Settings"."Key"
                        ORDER BY a."Sequence" DESC LIMIT 1),
                    "ChangedById" = coalesce((SELECT a."PersonId" FROM "AuditEntries" a
                        WHERE a."Act" = 'Setting.Changed' AND a."Subject" = "Settings"."Key" ORDER BY a."Sequence" DESC LIMIT 1), '');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Settings");

            migrationBuilder.DropColumn(
                name: "ChangedById",
                table: "Settings");
        }
    }
}
