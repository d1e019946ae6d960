using Portal.Domain.Cases;

namespace Portal.Web.Operations.Cases;

/// <summary>A draft of somebody else in which the person may write.</summary>
/// <param name="Invitation">By it the page is found.</param>
/// <param name="ProcessKey">What the draft begins; or the process of its case.</param>
/// <param name="TaskId">The step that it answers; null for one that begins a case.</param>
/// <param name="On">The case of that step.</param>
public sealed record SharedDraft(DraftCoAuthor Invitation, string FormKey, string ProcessKey, Guid? TaskId, Case? On, DateTime SavedAt);
