using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Portal.Web.Shared.Fields;

/// <summary>
/// A line or an area of text. What is typed is told letter by letter and never written back while somebody types: on a slow line the
/// answer would overwrite the letters that were typed meanwhile.
/// </summary>
public sealed partial class TextBox : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>What is pasted may be longer than the field takes: it is not cut, it is said. More than this is cut.</summary>
    private const int MostPasted = 50_000;

    /// <summary>Lines up to which an area grows with its text.</summary>
    private const int MaxLines = 24;

    private readonly Dictionary<string, object?> _attributes = new() { ["autocomplete"] = "off" };
    private string? _given;
    private string? _text;
    private bool _isTyping;
    private bool _isUnsettled;
    private Timer? _settling;

    /// <summary>Id of the input, for its label.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter]
    public string? Value { get; set; }

    /// <summary>Told after each letter.</summary>
    [Parameter]
    public EventCallback<string> Typed { get; set; }

    /// <summary>Told with the whole text when the field is left after something was typed.</summary>
    [Parameter]
    public EventCallback<string> Left { get; set; }

    /// <summary>Told when typing pauses or the field is left: for searches, which are told nothing else.</summary>
    [Parameter]
    public EventCallback<string> Settled { get; set; }

    /// <summary>More than one is an area that grows.</summary>
    [Parameter]
    public int Lines { get; set; } = 1;

    /// <summary>In characters; 0 for no limit of its own.</summary>
    [Parameter]
    public int MaxLength { get; set; }

    [Parameter]
    public InputType Type { get; set; } = InputType.Text;

    [Parameter]
    public InputMode Mode { get; set; } = InputMode.text;

    [Parameter]
    public string? Placeholder { get; set; }

    /// <summary>Ids of hint and error.</summary>
    [Parameter]
    public string? DescribedBy { get; set; }

    [Parameter]
    public bool IsInvalid { get; set; }

    /// <summary>Name under which a form that is sent as a page sends it.</summary>
    [Parameter]
    public string? Name { get; set; }

    /// <summary>
    /// A search on a page that hundreds have open at once: without MudBlazor's parts, which cost some 100 KB in each circuit.
    /// </summary>
    [Parameter]
    public bool IsLean { get; set; }

    /// <summary>A day, a time, a number: a field as wide as what it holds.</summary>
    [Parameter]
    public bool IsShort { get; set; }

    /// <summary>An area says how much it holds when it is nearly full; a line when it holds too much.</summary>
    private bool IsCounted => MaxLength > 0 && Length > (Lines > 1 ? MaxLength - (MaxLength / 5) : MaxLength);

    private bool IsTooLong => MaxLength > 0 && Length > MaxLength;

    private int Length => _text?.Length ?? 0;

    private string CountId => $"{Id}-dem";

    private string? Descriptions => IsCounted ? $"{DescribedBy} {CountId}".Trim() : DescribedBy;

    private string Classes => IsShort ? "text-box short" : "text-box";

    protected override void OnParametersSet()
    {
        _attributes["aria-invalid"] = IsInvalid || IsTooLong ? "true" : null;
        _attributes["name"] = Name;
        if (Value == _given)
        {
            return;
        }

        _given = Value;
        if (!_isTyping)
        {
            _text = Value;
        }
    }

    public void Dispose() => _settling?.Dispose();

    private Task TypedAsync(string? text)
    {
        (_isTyping, _text) = (true, text ?? "");
        _attributes["aria-invalid"] = IsInvalid || IsTooLong ? "true" : null;
        if (Settled.HasDelegate)
        {
            _isUnsettled = true;
            _settling ??= new Timer(_ => Begin(SettleAsync));
            _settling.Change(Pause, Timeout.InfiniteTimeSpan);
        }

        return Typed.InvokeAsync(_text);
    }

    // Once for what was typed: by the pause or by leaving, whichever comes first.
    private async Task SettleAsync()
    {
        if (_isUnsettled)
        {
            _isUnsettled = false;
            await Settled.InvokeAsync(_text);
        }
    }

    private async Task LeftAsync()
    {
        if (!_isTyping)
        {
            return;
        }

        _isTyping = false;
        if (Settled.HasDelegate)
        {
            // Who leaves the field searches for what they typed: nothing is waited for, and nothing put back.
            await SettleAsync();
            return;
        }

        await Left.InvokeAsync(_text);

        // What became of it: tidied, or as it is shown.
        _text = Value ?? _text;
    }
}
