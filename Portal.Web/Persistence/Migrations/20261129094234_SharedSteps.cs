using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class SharedSteps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "HeldUntil",
                table: "UserTasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HolderId",
                table: "UserTasks",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "GrantedOn",
                table: "Delegations",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            // The day was not kept before: it was given at the latest when it took effect.
            migrationBuilder.Sql("UPDATE \"Delegations\" SET \"GrantedOn\" = \"ValidFrom\"");

            migrationBuilder.AddColumn<DateOnly>(
                name: "AnswerBy",
                table: "Comments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AnswersId",
                table: "Comments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AskedId",
                table: "Comments",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SettledAt",
                table: "Comments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AsideUntil",
                table: "Assignees",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "Absences",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Comments_AskedId",
                table: "Comments",
                column: "AskedId",
                filter: "\"AskedId\" IS NOT NULL AND \"SettledAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Comments_AskedId",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "HeldUntil",
                table: "UserTasks");

            migrationBuilder.DropColumn(
                name: "HolderId",
                table: "UserTasks");

            migrationBuilder.DropColumn(
                name: "GrantedOn",
                table: "Delegations");

            migrationBuilder.DropColumn(
                name: "AnswerBy",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "AnswersId",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "AskedId",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "SettledAt",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "AsideUntil",
                table: "Assignees");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "Absences");
        }
    }
}
