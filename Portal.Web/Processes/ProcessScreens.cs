using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Tasks;
using Portal.Web.Persistence;
using Portal.Web.Texts;

namespace Portal.Web.Processes;

/// <summary>
/// What one process brings to the pages that all processes share. A process that brings nothing has none of these. Found by assembly:
/// nothing lists them.
/// </summary>
public abstract class ProcessScreens
{
    /// <summary>Keys of the processes that it is for.</summary>
    public abstract IReadOnlyList<string> ProcessKeys { get; }

    /// <summary>Its forms offer all areas of the committee, not those of one's groups.</summary>
    public virtual bool IsForWholeCommittee => false;

    /// <summary>Its first form may name areas of other groups beside one's own: what it is about is theirs too.</summary>
    public virtual bool ConcernsOtherGroups => false;

    /// <summary>Only the areas that the case has may still be picked.</summary>
    public virtual bool AreAreasFixed(Case subject) => false;

    /// <summary>What a case is started from, named in the address of the page; only what the person may read.</summary>
    /// <param name="id">Of an item of a plan, or of a case.</param>
    /// <param name="earlier">The case of that id as the person sees it; null where there is none for this person.</param>
    public virtual Task<StartSource> SourceAsync(Actor actor, Guid id, CaseView? earlier) => Task.FromResult(new StartSource(null));

    /// <summary>A case of it may be begun as another was: <see cref="SourceAsync"/> takes a case's id too.</summary>
    public virtual bool CanBeCopied => false;

    /// <summary>What stands above the form that starts a case.</summary>
    public virtual IEnumerable<ScreenPart> BesideStart => [];

    /// <summary>A form of a step as it opens, with what the portal's records say of it, as far as the person may read them.</summary>
    /// <param name="known">What its process knows of it.</param>
    /// <param name="view">The case in hand; null before it is started.</param>
    public virtual Task<JsonObject> KnownAsync(
        string formKey, JsonObject known, Actor actor, CaseView? view, CaseContext context) => Task.FromResult(known);

    /// <summary>What its forms offer beside people, areas and departments.</summary>
    /// <param name="item">The item of the loop in which the step runs; null outside of loops.</param>
    public virtual FormChoices Choices(FormChoices general, CaseView view, CaseContext context, string? item) => general;

    /// <summary>Cases that a form may refer to, as far as the person may know of them.</summary>
    /// <param name="caseId">The case in hand; null before it is started.</param>
    public virtual Task<IReadOnlyList<Option>> CasesToPickAsync(string formKey, Actor actor, Guid? caseId) =>
        Task.FromResult<IReadOnlyList<Option>>([]);

    /// <summary>
    /// How rows come into the lists of a form, by the name of the list: what a new one begins with, and which are offered.
    /// </summary>
    /// <param name="view">The case in hand; null before it is started.</param>
    public virtual Task<IReadOnlyDictionary<string, RowsToAdd>> RowsAsync(
        string formKey, Actor actor, CaseView? view, CaseContext context) =>
        Task.FromResult<IReadOnlyDictionary<string, RowsToAdd>>(new Dictionary<string, RowsToAdd>());

    /// <summary>Words that a form offers to take over, from what the person may read.</summary>
    /// <param name="view">The case in hand; null before it is started.</param>
    public virtual Task<IReadOnlyList<FormSuggestion>> SuggestAsync(string formKey, Actor actor, CaseView? view) =>
        Task.FromResult<IReadOnlyList<FormSuggestion>>([]);

    /// <summary>What is not wrong with a form but should be looked at before it is sent.</summary>
    /// <param name="view">The case in hand; null before it is started.</param>
    public virtual IEnumerable<string> Warnings(
        string formKey, JsonObject form, CaseView? view, CaseContext context, Localizer texts) => [];

    /// <summary>
    /// Reads once what has to be known, and says of a form as it stands what it asks for of what is required only sometimes, each as it is
    /// refused where it is missing.
    /// </summary>
    /// <param name="view">The case in hand; null before it is started.</param>
    /// <param name="item">The item of the loop in which the step runs; null outside of loops.</param>
    public virtual Task<Func<JsonObject, IEnumerable<FieldError>>> DemandsAsync(
        string formKey, Actor actor, CaseView? view, string? item, CaseContext context) =>
        Task.FromResult<Func<JsonObject, IEnumerable<FieldError>>>(_ => []);

    /// <summary>Keys of what is marked beside the status: <c>lateNotice</c>.</summary>
    public virtual IEnumerable<string> Flags(ICaseSubject subject) => [];

    /// <summary>What the items of a loop are called: the attendee of each line.</summary>
    public virtual IReadOnlyDictionary<string, string> Items(ICaseSubject subject, CaseContext context) => new Dictionary<string, string>();

    /// <summary>Cases that this one refers to, as far as the person may know of them.</summary>
    public virtual Task<IReadOnlyList<LinkedCase>> LinksAsync(
        PortalDbContext db, ICaseSubject subject, AccessScope scope, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<LinkedCase>>([]);

    /// <summary>What stands above all that was sent before: what has changed since.</summary>
    public virtual IEnumerable<ScreenPart> AboveStep(CaseView view, CaseContext context) => [];

    /// <summary>What was sent is told by a part of its own, the old beside the new: its form is not shown beside a step.</summary>
    public virtual bool IsToldOtherwise(SubmissionView sent) => false;

    /// <summary>A form as later acts have changed it; null where it stands as it was sent.</summary>
    public virtual JsonObject? AsItStands(CaseView view, SubmissionView sent) => null;

    /// <summary>What stands above the form of a step.</summary>
    /// <param name="chosen">Form of the action that was chosen beside the main one; null for none.</param>
    public virtual IEnumerable<ScreenPart> BesideStep(CaseView view, TaskView task, string? chosen, CaseContext context) => [];

    /// <summary>What the first outcome of a step says where it is sent as it opens; a key of the texts, null for its usual words.</summary>
    /// <param name="known">The form as it would be sent.</param>
    public virtual string? MainWords(string formKey, JsonObject known, CaseContext context) => null;

    /// <summary>What was sent before is shown unfolded beside the step.</summary>
    public virtual bool UnfoldsWhatWasSent(TaskView task) => false;

    /// <summary>What stands on the page of a case before its forms.</summary>
    public virtual IEnumerable<ScreenPart> OfCase(CaseView view, CaseContext context) => [];

    /// <summary>What stands on the page of an area; each part asks for itself what the person may read.</summary>
    public virtual IEnumerable<ScreenPart> OfArea(string areaId) => [];

    /// <summary>What is offered to who is to go to an area; each part asks for itself what the person may do.</summary>
    public virtual IEnumerable<ScreenPart> BeforeVisit(string areaId) => [];

    /// <summary>Lines of the history beside steps, comments and reserved opinions.</summary>
    public virtual IEnumerable<HistoryLine> History(CaseView view, CaseContext context, Localizer texts) => [];
}
