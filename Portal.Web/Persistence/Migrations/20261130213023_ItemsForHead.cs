using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ItemsForHead : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "DemocraticCentralism",
                table: "ReportItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "LeadershipUnity",
                table: "ReportItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "PersonnelOfStandingCommittee",
                table: "ReportItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "DemocraticCentralism",
                table: "ReportItems");

            migrationBuilder.DropColumn(
                name: "LeadershipUnity",
                table: "ReportItems");

            migrationBuilder.DropColumn(
                name: "PersonnelOfStandingCommittee",
                table: "ReportItems");
        }
    }
}
