using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Portal.Domain.Audit;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Workflows.Engine;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

/// <summary>What a person sent at a step.</summary>
public sealed record StepAnswer(string StepId, string? FormKey, string Action, JsonObject Form);
