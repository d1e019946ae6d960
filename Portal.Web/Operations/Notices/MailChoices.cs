using Portal.Domain.Cases;

namespace Portal.Web.Operations.Notices;

/// <summary>How one is told by e-mail.</summary>
/// <param name="Address">Empty: not at all.</param>
public sealed record MailChoices(string Address, IReadOnlyDictionary<NotificationClass, MailTiming> Timings);
