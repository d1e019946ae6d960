using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Web.Shared.Forms;

namespace Portal.Web.Shared.Fields;

/// <summary>
/// A time of the day, typed as people write it (<see cref="TypedTime"/>) or picked from a clock that is drawn once it is asked for. What
/// is no time stays as it was typed.
/// </summary>
public partial class TimeBox
{
    private TimeOnly? _given;
    private string? _shown;
    private bool _isWrong;
    private bool _open;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter]
    public TimeOnly? Value { get; set; }

    /// <summary>Told with the time, or null where there is none any more.</summary>
    [Parameter]
    public EventCallback<TimeOnly?> ValueChanged { get; set; }

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

    protected override void OnInitialized() => (_shown, _isWrong) = (Wrong, Wrong is not null);

    protected override void OnParametersSet()
    {
        if (Value != _given || (_shown is null && Value is not null))
        {
            (_given, _isWrong, _shown) = (Value, false, Shown(Value));
        }
    }

    private static string? Shown(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private async Task TakeAsync(string? typed)
    {
        var time = TypedTime.Read(typed);
        _isWrong = time is null && !string.IsNullOrWhiteSpace(typed);
        _shown = time is null ? typed : Shown(time);
        await TellAsync(time);
    }

    private async Task PickAsync(TimeSpan? picked)
    {
        var time = picked is { } at ? TimeOnly.FromTimeSpan(at) : (TimeOnly?)null;
        (_isWrong, _shown) = (false, Shown(time));
        await TellAsync(time);
    }

    private async Task TellAsync(TimeOnly? time)
    {
        _given = time;
        await Unreadable.InvokeAsync(_isWrong ? new TypedWrong("Form.BadTime", _shown!) : null);
        await ValueChanged.InvokeAsync(time);
    }
}
