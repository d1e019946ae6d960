using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class CoAuthors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CoAuthors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoAuthors", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CoAuthors_AuthorId_Subject_PersonId",
                table: "CoAuthors",
                columns: new[] { "AuthorId", "Subject", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CoAuthors_PersonId",
                table: "CoAuthors",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CoAuthors");
        }
    }
}
