using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using Portal.Web.Shared.Forms;

namespace Portal.Web.Shared.Fields;

/// <summary>
/// A day, typed as people write it (<see cref="TypedDay"/>) or picked from a calendar that is drawn once it is asked for. What is no day
/// stays as it was typed.
/// </summary>
public partial class DayBox
{
    private CaseContext? _context;
    private DateOnly? _given;
    private string? _shown;
    private bool _isWrong;
    private bool _open;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter]
    public DateOnly? Value { get; set; }

    /// <summary>Told with the day, or null where there is none any more.</summary>
    [Parameter]
    public EventCallback<DateOnly?> ValueChanged { get; set; }

    /// <summary>What was typed before and could not be read: it is shown again.</summary>
    [Parameter]
    public string? Wrong { get; set; }

    /// <summary>Told before the value what could not be read; null when all could.</summary>
    [Parameter]
    public EventCallback<TypedWrong?> Unreadable { get; set; }

    [Parameter]
    public string? DescribedBy { get; set; }

    [Parameter]
    public bool IsInvalid { get; set; }

    protected override async Task OnInitializedAsync()
    {
        (_shown, _isWrong) = (Wrong, Wrong is not null);
        _context = await Operations.ContextAsync(Actor.System);
    }

    protected override void OnParametersSet()
    {
        if (Value != _given || (_shown is null && Value is not null))
        {
            (_given, _isWrong) = (Value, false);
            _shown = Value is { } day ? LocalFormat.Day(day) : null;
        }
    }

    private async Task TakeAsync(string? typed)
    {
        // Asked again: a page may be open since yesterday.
        _context = await Operations.ContextAsync(Actor.System);
        var day = TypedDay.Read(typed, _context.Today, _context.Calendar);
        _isWrong = day is null && !string.IsNullOrWhiteSpace(typed);
        _shown = day is { } read ? LocalFormat.Day(read) : typed;
        await TellAsync(day);
    }

    private async Task PickAsync(DateTime? picked)
    {
        (_open, _isWrong) = (false, false);
        var day = picked is { } at ? DateOnly.FromDateTime(at) : (DateOnly?)null;
        _shown = day is { } read ? LocalFormat.Day(read) : null;
        await TellAsync(day);
    }

    private async Task TellAsync(DateOnly? day)
    {
        _given = day;
        await Unreadable.InvokeAsync(_isWrong ? new TypedWrong("Form.BadDay", _shown!) : null);
        await ValueChanged.InvokeAsync(day);
    }

    private string ClassOf(DateTime at) => _context?.Calendar.IsWorking(DateOnly.FromDateTime(at)) == false ? "day-off" : "";
}
