using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Web.Shared.Forms;

namespace Portal.Web.Shared.Fields;

/// <summary>A day and a time. Of half a moment the half that was given stays, and what is missing is said.</summary>
public partial class MomentBox
{
    /// <summary>Between day and time of what could not be read.</summary>
    private const char Between = '|';

    private DateTime? _given;
    private DateOnly? _day;
    private TimeOnly? _time;
    private string? _dayTyped;
    private string? _timeTyped;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter]
    public DateTime? Value { get; set; }

    /// <summary>Told with the moment, or null where there is no whole one any more.</summary>
    [Parameter]
    public EventCallback<DateTime?> ValueChanged { get; set; }

    /// <summary>What was given before and was no whole moment: it is shown again.</summary>
    [Parameter]
    public string? Wrong { get; set; }

    /// <summary>Told before the value what could not be read or is only half; null where nothing is amiss.</summary>
    [Parameter]
    public EventCallback<TypedWrong?> Unreadable { get; set; }

    /// <summary>The day that a time without one is of; null for none.</summary>
    [Parameter]
    public DateOnly? DayBefore { get; set; }

    [Parameter]
    public string? DescribedBy { get; set; }

    [Parameter]
    public bool IsInvalid { get; set; }

    protected override void OnInitialized()
    {
        if (Wrong?.Split(Between) is not [var day, var time])
        {
            return;
        }

        _day = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) ? d : null;
        _time = TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var t) ? t : null;
        (_dayTyped, _timeTyped) = (_day is null && day.Length > 0 ? day : null, _time is null && time.Length > 0 ? time : null);
    }

    protected override void OnParametersSet()
    {
        if (Value != _given)
        {
            _given = Value;
            if (Value is { } at)
            {
                (_day, _time, _dayTyped, _timeTyped) = (DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at), null, null);
            }
        }
    }

    private void NoteDay(TypedWrong? wrong) => _dayTyped = wrong?.Text;

    private void NoteTime(TypedWrong? wrong) => _timeTyped = wrong?.Text;

    private Task SetDayAsync(DateOnly? day)
    {
        _day = day;
        return TellAsync();
    }

    private Task SetTimeAsync(TimeOnly? time)
    {
        _time = time;
        if (time is not null && _day is null && _dayTyped is null)
        {
            _day = DayBefore;
        }

        return TellAsync();
    }

    private async Task TellAsync()
    {
        _given = _day is { } day && _time is { } time ? day.ToDateTime(time) : null;
        var typed = (_dayTyped ?? _day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "") + Between
            + (_timeTyped ?? _time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "");
        await Unreadable.InvokeAsync(WhatIsAmiss() is { } code ? new TypedWrong(code, typed) : null);
        await ValueChanged.InvokeAsync(_given);
    }

    private string? WhatIsAmiss() => (_dayTyped, _timeTyped, _day, _time) switch
    {
        (not null, _, _, _) => "Form.BadDay",
        (_, not null, _, _) => "Form.BadTime",
        (_, _, null, not null) => "Form.DayMissing",
        (_, _, not null, null) => "Form.TimeMissing",
        _ => null,
    };
}
