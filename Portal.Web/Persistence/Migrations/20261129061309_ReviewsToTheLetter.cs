using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class ReviewsToTheLetter : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Carried",
                table: "ReviewProposals",
                type: "TEXT",
                maxLength: 2000000,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "IsWithdrawalAsked",
                table: "ReviewProposals",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Released",
                table: "ReviewProposals",
                type: "TEXT",
                maxLength: 2000000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Files",
                table: "ReservedOpinions",
                type: "TEXT",
                maxLength: 2000000,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Carried",
                table: "ReviewProposals");

            migrationBuilder.DropColumn(
                name: "IsWithdrawalAsked",
                table: "ReviewProposals");

            migrationBuilder.DropColumn(
                name: "Released",
                table: "ReviewProposals");

            migrationBuilder.DropColumn(
                name: "Files",
                table: "ReservedOpinions");
        }
    }
}
