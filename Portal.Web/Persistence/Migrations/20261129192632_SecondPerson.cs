using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class SecondPerson : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AskedById",
                table: "Settings",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "AskedReason",
                table: "Settings",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "AskedValue",
                table: "Settings",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RequestNote",
                table: "DefinitionVersions",
                type: "TEXT",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ReturnNote",
                table: "DefinitionVersions",
                type: "TEXT",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ReturnedById",
                table: "DefinitionVersions",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TouchedBy",
                table: "DefinitionVersions",
                type: "TEXT",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql(
                """
                UPDATE "DefinitionVersions" SET "TouchedBy" = "ChangedById" || ' '
                WHERE "PublishedAt" IS NULL AND NOT "IsPublished" AND "ChangedById" <> '';
                UPDATE "DefinitionVersions" SET "RequestNote" = "Note" WHERE "RequestedById" <> '';
                """);

            migrationBuilder.CreateIndex(
                name: "IX_DefinitionVersions_RequestedById",
                table: "DefinitionVersions",
                column: "RequestedById",
                filter: "\"RequestedById\" <> ''");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_DefinitionVersions_RequestedById",
                table: "DefinitionVersions");

            migrationBuilder.DropColumn(
                name: "AskedById",
                table: "Settings");

            migrationBuilder.DropColumn(
                name: "AskedReason",
                table: "Settings");

            migrationBuilder.DropColumn(
                name: "AskedValue",
                table: "Settings");

            migrationBuilder.DropColumn(
                name: "RequestNote",
                table: "DefinitionVersions");

            migrationBuilder.DropColumn(
                name: "ReturnNote",
                table: "DefinitionVersions");

            migrationBuilder.DropColumn(
                name: "ReturnedById",
                table: "DefinitionVersions");

            migrationBuilder.DropColumn(
                name: "TouchedBy",
                table: "DefinitionVersions");
        }
    }
}
