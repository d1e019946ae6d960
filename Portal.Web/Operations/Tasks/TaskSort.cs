namespace Portal.Web.Operations.Tasks;

public enum TaskSort
{
    Due,
    Newest,
    Oldest,
}
