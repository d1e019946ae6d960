using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Reviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ParentWaitId",
                table: "Instances",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Domains",
                table: "Departments",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "ReviewCycles",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    AuthorId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Dossier = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    DossierAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DossierQuota = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    Sent = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Moves = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    Overrides = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewCycles", x => x.CaseId);
                });

            migrationBuilder.CreateTable(
                name: "ReviewProposals",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CycleId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    AreaId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    GroupId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ComparableGroup = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    AdHoc = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Calendar = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    Consultants = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    UsesScore = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsWithHead = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsInDossier = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsSent = table.Column<bool>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Rounds = table.Column<int>(type: "INTEGER", nullable: false),
                    NoSuggestion = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsStub = table.Column<bool>(type: "INTEGER", nullable: false),
                    ProposedRating = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecidedRating = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AdvisedRating = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    FinalRating = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    FinalDocument = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    Rated = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    Issue = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    Conference = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    Advice = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    Sent = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    NoSuggestionReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    RemediesReport = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Consultations = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    Inputs = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    Ratings = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewProposals", x => x.CaseId);
                });

            migrationBuilder.CreateTable(
                name: "ReviewSuggestions",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    FollowUp = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    Remedies = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    Changes = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewSuggestions", x => new { x.CaseId, x.SubjectType, x.Number });
                    table.ForeignKey(
                        name: "FK_ReviewSuggestions_ReviewProposals_CaseId",
                        column: x => x.CaseId,
                        principalTable: "ReviewProposals",
                        principalColumn: "CaseId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewCycles_Year",
                table: "ReviewCycles",
                column: "Year");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewProposals_AreaId_Year",
                table: "ReviewProposals",
                columns: new[] { "AreaId", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewProposals_CycleId_AreaId",
                table: "ReviewProposals",
                columns: new[] { "CycleId", "AreaId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReviewCycles");

            migrationBuilder.DropTable(
                name: "ReviewSuggestions");

            migrationBuilder.DropTable(
                name: "ReviewProposals");

            migrationBuilder.DropColumn(
                name: "ParentWaitId",
                table: "Instances");

            migrationBuilder.DropColumn(
                name: "Domains",
                table: "Departments");
        }
    }
}
