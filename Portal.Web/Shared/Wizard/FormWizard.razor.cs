using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared.Forms;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Shared.Wizard;

/// <summary>
/// Fills in one form, a topic a page, with a draft on the server that follows the typing. Of one page it is a plain
/// form; of several it ends with a page to check everything. A refusal or a lost race loses nothing.
/// </summary>
public partial class FormWizard
{
    private const string ExtraKey = "_extra";

    private static readonly TimeSpan SaveAfter = TimeSpan.FromSeconds(1.5);

    private FormModel? _model;
    private readonly Turns _turns = new();
    private Timer? _saving;
    private int _page;
    private int _reached;
    private bool _comesFromCheck;
    private readonly SubmitLock _submitLock = new();
    private string? _problem;
    private DateTime? _savedAt;
    private JsonObject _stored = [];
    private string? _elsewhere;
    private bool _unsaved;
    private IDisposable? _shutdownRegistration;

    [Parameter]
    [EditorRequired]
    public required FormSchema Schema { get; set; }

    /// <summary>What the draft is for; null keeps none.</summary>
    [Parameter]
    [EditorRequired]
    public required string? Subject { get; set; }

    /// <summary>Who lets the person write in this draft, and will send it; null for one's own.</summary>
    [Parameter]
    public string? AuthorId { get; set; }

    /// <summary>What is known already; a draft counts more.</summary>
    [Parameter]
    public JsonObject Known { get; set; } = [];

    [Parameter]
    [EditorRequired]
    public required FormChoices Choices { get; set; }

    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<TaskAction> Actions { get; set; }

    [Parameter]
    public IReadOnlyList<ExtraField> Extra { get; set; } = [];

    /// <summary>What the extra fields open with.</summary>
    [Parameter]
    public JsonObject KnownExtra { get; set; } = [];

    [Parameter]
    [EditorRequired]
    public required Func<string, string, string> Names { get; set; }

    /// <summary>Sends the form; called with the outcome, the form and the extra fields.</summary>
    [Parameter]
    [EditorRequired]
    public required Func<TaskAction, JsonObject, JsonObject?, Task<Refusal?>> Send { get; set; }

    /// <summary>Why it was refused before it was opened; shown at its fields.</summary>
    [Parameter]
    public Refusal? Refused { get; set; }

    /// <summary>Who opens it means to write: the state-secret question stands there at once.</summary>
    [Parameter]
    public bool OpensGate { get; set; }

    [Parameter]
    public EventCallback OnBack { get; set; }

    /// <summary>What is shown below the fields while they are filled in: clashes.</summary>
    [Parameter]
    public RenderFragment<FormModel>? Beside { get; set; }

    private bool IsNextCheck => _comesFromCheck || _page == Schema.Pages.Length - 1;

    /// <summary>Titles of the pages, and of the one that checks everything.</summary>
    private string[] Titles =>
    [
        .. Schema.Pages.Select(p => L.First(p.Key, $"page.{Schema.Key}.{p.Key}", $"page.{p.Key}")),
        L["Wizard.Check"],
    ];

    /// <summary>Nothing that the further pages demand is open: who has a usual case sends it from here.</summary>
    private bool MaySend => IsLast || (WrongExtra([.. Extra.Where(e => PageOf(e) > _page)]).Count == 0
        && (Schema.Check(_model!.ToSend())?.Fields ?? []).Concat(_model.Missing).All(e => _model.PageOf(e.Path) <= _page));

    private bool IsLast => Schema.Pages.Length == 1 || _page == Schema.Pages.Length;

    private string Saved => _savedAt is { } at ? L["Wizard.SavedAt", LocalFormat.Clock(at)] : "";

    protected override async Task OnInitializedAsync()
    {
        var draft = Subject is null ? null : await Acts.FindDraftAsync(await Current.GetAsync(), Subject, AuthorId);
        var values = draft?.Form ?? (JsonObject)Known.DeepClone();
        _model = ModelOf(values);
        _stored = (JsonObject)values.DeepClone();
        _savedAt = draft?.SavedAt;
        // Fields that administrators added stand behind the question.
        if (OpensGate || Extra.Count > 0)
        {
            _model.OpenGate();
        }

        _model.Show(Refused?.Fields ?? [], L);
        _shutdownRegistration = ShutdownNotice.Register(() => InvokeAsync(SaveAsync));
        if (draft is not null && AuthorId is null)
        {
            _page = draft.Page == "check" ? Schema.Pages.Length : Math.Max(0, Array.FindIndex(Schema.Pages, p => p.Key == draft.Page));
            _page = Schema.Pages.Length == 1 ? 0 : _page;
            _reached = _page;
        }
    }

    private FormModel ModelOf(JsonObject values)
    {
        var model = new FormModel(Schema, values, Choices) { DraftSubject = Subject ?? "", DraftAuthorId = AuthorId };
        model.Changed += OnChanged;
        return model;
    }

    /// <summary>
    /// Who goes elsewhere in the middle of a word finds it again: what was typed last is kept. What is being sent is no draft any more.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _shutdownRegistration?.Dispose();
        if (_saving is not null)
        {
            await _saving.DisposeAsync();
        }

        if (_model is not null)
        {
            _model.Changed -= OnChanged;
        }

        if (!_submitLock.IsBusy)
        {
            await KeepAsync();
        }
    }
}
