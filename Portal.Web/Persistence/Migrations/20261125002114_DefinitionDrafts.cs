using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class DefinitionDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "DefinitionVersions",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "ChangedById",
                table: "DefinitionVersions",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "PublishedAt",
                table: "DefinitionVersions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PublishedById",
                table: "DefinitionVersions",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "RequestedById",
                table: "DefinitionVersions",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Stamp",
                table: "DefinitionVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // What had been published before there were drafts is no draft.
            migrationBuilder.Sql("UPDATE \"DefinitionVersions\" SET \"PublishedAt\" = \"CreatedAt\" WHERE \"IsPublished\" OR NOT \"IsLatest\"; UPDATE \"DefinitionVersions\" SET \"ChangedAt\" = \"CreatedAt\";");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "DefinitionVersions");

            migrationBuilder.DropColumn(
                name: "ChangedById",
                table: "DefinitionVersions");

            migrationBuilder.DropColumn(
                name: "PublishedAt",
                table: "DefinitionVersions");

            migrationBuilder.DropColumn(
                name: "PublishedById",
                table: "DefinitionVersions");

            migrationBuilder.DropColumn(
                name: "RequestedById",
                table: "DefinitionVersions");

            migrationBuilder.DropColumn(
                name: "Stamp",
                table: "DefinitionVersions");
        }
    }
}
