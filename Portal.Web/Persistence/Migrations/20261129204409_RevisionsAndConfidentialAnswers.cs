using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RevisionsAndConfidentialAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AddresseeId",
                table: "Submissions",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ConfidentialParts",
                table: "FieldTrips",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "NewestRevision",
                table: "DefinitionVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "OldestRevision",
                table: "DefinitionVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "DefinitionVersions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "AddresseeId",
                table: "Decisions",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Sensitivity",
                table: "Comments",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Normal");

            migrationBuilder.CreateTable(
                name: "DraftRevisions",
                columns: table => new
                {
                    VersionId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Json = table.Column<byte[]>(type: "BLOB", maxLength: 8000000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftRevisions", x => new { x.VersionId, x.Number });
                    table.ForeignKey(
                        name: "FK_DraftRevisions_DefinitionVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "DefinitionVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DraftRevisions");

            migrationBuilder.DropColumn(
                name: "AddresseeId",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "ConfidentialParts",
                table: "FieldTrips");

            migrationBuilder.DropColumn(
                name: "NewestRevision",
                table: "DefinitionVersions");

            migrationBuilder.DropColumn(
                name: "OldestRevision",
                table: "DefinitionVersions");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "DefinitionVersions");

            migrationBuilder.DropColumn(
                name: "AddresseeId",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "Sensitivity",
                table: "Comments");
        }
    }
}
