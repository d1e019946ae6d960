using Portal.Workflows.Runtime;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Operations.Tasks;

public sealed record TaskView(UserTask Task, UserTaskSpec Spec, IReadOnlyList<TaskAction> Actions);
