using Portal.Domain.ReportItems;

namespace Portal.Workflows.Runtime.Openings;

/// <summary>What <see cref="CaseEvents.ItemDirected"/> is about: the item, and what is to be done by whom.</summary>
public sealed record ItemDirected(ReportItem Item, ItemDirectiveInput Directive);
