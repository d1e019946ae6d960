using System.Text.Json.Nodes;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Domain.WorkingCalendar;

namespace Portal.Web.Operations.Administration;

/// <summary>X-06: holidays, days off in lieu, worked Saturdays. Data, changed here; deadlines set from then on follow.</summary>
public sealed class CalendarAdministration(PortalOperations operations, ReferenceCache reference, OrganisationAdministration administration)
{
    private static readonly CalendarDayValidator Validator = new();

    public static FormSchema Form { get; } = new FormSchema("calendar-day", typeof(CalendarDayInput), new FormPage("calendar-day", null,
        new FormField("date", FieldKind.Date) { Required = true },
        new FormField("to", FieldKind.Date),
        new FormField("kind", FieldKind.Choice)
        {
            Required = true,
            Options = [nameof(CalendarDayKind.Holiday), nameof(CalendarDayKind.CompensationOff), nameof(CalendarDayKind.SwappedWorking)],
        },
        new FormField("note", FieldKind.Text) { Required = true, MaxLength = 200 },
        new FormField("provisional", FieldKind.YesNo))).CheckedBy(Validator);

    public async Task<Result<IReadOnlyList<CalendarDay>>> YearAsync(Actor actor, int year, CancellationToken cancellation = default)
    {
        if (!(await administration.RightsAsync(actor, cancellation)).Reads)
        {
            return Refusal.Forbidden;
        }

        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return await operations.ReadAsync<Result<IReadOnlyList<CalendarDay>>>(
            async db => await db.CalendarDays.Where(d => d.Date >= from && d.Date <= to).OrderBy(d => d.Date).ToListAsync(cancellation),
            cancellation);
    }

    /// <summary>Sets a day, or each day of a period.</summary>
    public Task<Result> SetAsync(Actor actor, JsonObject form, CancellationToken cancellation = default) => ChangeAsync(actor, async o =>
    {
        var read = FormInput.Read(form, Validator);
        if (!read.IsSuccess)
        {
            return read.Refusal;
        }

        var (first, last) = (read.Value.Date!.Value, read.Value.To ?? read.Value.Date!.Value);
        var there = await o.Db.CalendarDays.Where(d => d.Date >= first && d.Date <= last).ToDictionaryAsync(d => d.Date, cancellation);
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (!there.TryGetValue(day, out var row))
            {
                row = new CalendarDay { Date = day, Kind = read.Value.Kind!.Value };
                o.Db.CalendarDays.Add(row);
            }

            (row.Kind, row.Note, row.IsProvisional, row.IsActive) = (
                read.Value.Kind!.Value, read.Value.Note!.Trim(), read.Value.Provisional == true, true);
        }

        o.Audit("Calendar.Set", $"{first:dd/MM/yyyy}–{last:dd/MM/yyyy}", $"{read.Value.Kind}: {read.Value.Note!.Trim()}");
        return Result.Ok;
    }, cancellation);

    /// <summary>The day follows the weekly rule again.</summary>
    public Task<Result> RemoveAsync(Actor actor, DateOnly date, CancellationToken cancellation = default) => ChangeAsync(actor, async o =>
    {
        if (await o.Db.CalendarDays.FirstOrDefaultAsync(d => d.Date == date, cancellation) is not { } row)
        {
            return Refusal.NotFound;
        }

        o.Db.CalendarDays.Remove(row);
        o.Audit("Calendar.Removed", $"{date:dd/MM/yyyy}", $"{row.Kind}: {row.Note}");
        return Result.Ok;
    }, cancellation);

    private async Task<Result> ChangeAsync(Actor actor, Func<Operation, Task<Result>> verb, CancellationToken cancellation)
    {
        var done = await operations.RunAsync(
            actor,
            o => OrganisationAdministration.IsAdministrator(o.Context) ? verb(o) : Task.FromResult<Result>(Refusal.Forbidden),
            cancellation: cancellation);
        if (done.IsSuccess)
        {
            reference.Invalidate();
        }

        return done;
    }
}
