using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Operations.Calendar;
using Portal.Web.Shared.Forms;

namespace Portal.Web.Shared.TaskForms;

public partial class ClashNote
{
    private IReadOnlyList<(int? Row, BusyTime Busy)> _clashes = [];
    private string _asked = "";

    /// <summary>The form in hand; its people and times are read anew whenever it changes.</summary>
    [Parameter, EditorRequired]
    public required FormModel Model { get; set; }

    [Parameter, EditorRequired]
    public required CaseContext Context { get; set; }

    /// <summary>The case that is being planned: it does not clash with itself.</summary>
    [Parameter]
    public Guid? CaseId { get; set; }

    /// <summary>When the case takes place, where the form does not say so itself; UTC.</summary>
    [Parameter]
    public (DateTime From, DateTime To)? When { get; set; }

    /// <summary>What else should be looked at before the form is sent.</summary>
    [Parameter]
    public IEnumerable<string> Warnings { get; set; } = [];

    protected override async Task OnParametersSetAsync()
    {
        // Days that are only proposed, on a page that shows nothing yet, are nobody's question.
        List<Asked> asked = Model.IsGateAnswered ? [.. Whole(), .. Rows()] : [];
        var question = string.Join(';', asked.Select(a => $"{a.Row}:{string.Join(',', a.People)}|{a.From:O}|{a.To:O}"));
        if (question == _asked)
        {
            return;
        }

        _asked = question;
        _clashes = asked.Count == 0 ? [] : await ClashesAsync(asked);
    }

    // One question for all: who of them is busy when, and then which of it meets which row.
    private async Task<IReadOnlyList<(int? Row, BusyTime Busy)>> ClashesAsync(List<Asked> asked)
    {
        string[] people = [.. asked.SelectMany(a => a.People).Distinct()];
        var busy = await Schedule.OfAsync(await Current.GetAsync(), people, asked.Min(a => a.From), asked.Max(a => a.To), CaseId);
        return [.. asked.SelectMany(a => busy.Where(b => a.People.Contains(b.PersonId) && b.From < a.To && b.To > a.From)
            .Select(b => (a.Row, b)))];
    }

    // The people of the form, at its time or the case's.
    private IEnumerable<Asked> Whole()
    {
        string[] people = [.. People(Model.Values).Where(p => p.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        if (people.Length > 0 && (Time(Model.Values) ?? When) is var (from, to))
        {
            yield return new Asked(null, people, from, to);
        }
    }

    // Rows that have days and people of their own: the items of a plan.
    private IEnumerable<Asked> Rows() =>
        from row in (Model.Values["items"] as JsonArray ?? []).OfType<JsonObject>().Select((r, i) => (Form: r, Number: i + 1))
        let people = FormModel.Texts(row.Form, "participantIds").Where(p => p.Length > 0).ToArray()
        let first = Day(row.Form, "dateFrom")
        let last = Day(row.Form, "dateTo")
        where people.Length > 0 && first is not null && last is not null && last >= first
        select new Asked(
            row.Number, people, VietnamTime.StartOf(first.Value),
            VietnamTime.EndOf(last.Value));

    private static DateOnly? Day(JsonObject form, string name) =>
        DateOnly.TryParse(FormModel.Text(form, name), CultureInfo.InvariantCulture, out var day) ? day : null;

    private static IEnumerable<string> People(JsonObject form) =>
        FormModel.Texts(form, "participantIds")
            .Append(FormModel.Text(form, "nomineeId") ?? "")
            .Append(FormModel.Text(form, "changedNomineeId") ?? "")
            .Concat(FormModel.Texts(form, "extraIds"))
            .Concat((form["extras"] as JsonArray ?? []).OfType<JsonObject>().Select(e => FormModel.Text(e, "personId") ?? ""));

    private static (DateTime From, DateTime To)? Time(JsonObject form) =>
        Moment(form, "departsAt") is { } from && Moment(form, "returnsAt") is { } to && to > from ? (from, to) : null;

    private static DateTime? Moment(JsonObject form, string name) =>
        DateTime.TryParse(FormModel.Text(form, name), CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? VietnamTime.ToUtc(at)
            : null;

    /// <param name="Row">Number of the row that asks, from 1; null for the form as a whole.</param>
    private sealed record Asked(int? Row, string[] People, DateTime From, DateTime To);
}
