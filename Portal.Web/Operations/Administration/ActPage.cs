using System.Text.Json.Nodes;
using Portal.Domain.Administration;
using Portal.Web.Operations.Forms;

namespace Portal.Web.Operations.Administration;

/// <summary>An act as its page shows it.</summary>
/// <param name="Known">What the form opens with; sent back, it tells whether somebody changed the row meanwhile.</param>
/// <param name="Open">Open cases of the row's area, which its end leaves to be closed (R-ORG-07): numbers and states, no content.</param>
public sealed record ActPage(OrganisationAct Act, string RowName, JsonObject Known, FormChoices Choices, IReadOnlyList<OpenCase> Open);
